import { path } from './kernel/routes.ts'

/** Every address of the site. Paths only, without language: any page may import it. */
export const routes = {
  home: path('/'),
  rules: path('/rules'),
  personalData: path('/personal-data'),
  styleGuide: path('/style-guide'),
  clearHistory: path('/clear-history'),

  agencySearch: path('/agencies'),
  agency: path('/agencies/:id'),
  agencySheet: path('/agencies/:id/sheet'),

  signIn: path('/sign-in'),
  signInCode: path('/sign-in/code'),
  signOut: path('/sign-out'),
  demonstrationSignIn: path('/sign-in/demonstration'),
  account: path('/account'),
  accountSecondFactor: path('/account/second-factor'),
  accountPassword: path('/account/password'),
  accountSessions: path('/account/sessions'),
  accountTokens: path('/account/tokens'),
  accountTokenEnd: path('/account/tokens/:id/end'),

  complain: path('/complain'),
  complainQuestion: path('/complain/:question'),
  complainSend: path('/complain/send'),
  complainReceipt: path('/complain/receipt'),
  complainForget: path('/complain/forget'),
  follow: path('/follow'),
  followCase: path('/follow/case'),
  followMessage: path('/follow/case/message'),
  followAction: path('/follow/case/actions/:action'),
  followConsent: path('/follow/case/consents/:item'),
  followLeave: path('/follow/leave'),

  work: path('/work'),
  complaints: path('/work/complaints'),
  complaintsExport: path('/work/complaints/export'),
  complaintsBulk: path('/work/complaints/bulk'),
  complaintViews: path('/work/complaints/views'),
  complaintViewDelete: path('/work/complaints/views/:id/delete'),
  complaintEntry: path('/work/complaints/new'),
  complaint: path('/work/complaints/:id'),
  complaintAction: path('/work/complaints/:id/actions/:action'),
  complaintContact: path('/work/complaints/:id/contact'),
  complaintSlip: path('/work/complaints/:id/slip'),
  officerAgencies: path('/work/agencies'),
  officerAgency: path('/work/agencies/:id'),
  licenceAction: path('/work/licences/:id/actions/:action'),

  inquiries: path('/agency/inquiries'),
  inquiry: path('/agency/inquiries/:id'),
  inquiryAnswer: path('/agency/inquiries/:id/answer'),

  apiDocs: path('/api'),
} as const

/** Addresses of the API: for other programs, always without language. */
export const apiRoutes = {
  rules: '/api/v1/rules',
  agencies: '/api/v1/agencies',
  agency: '/api/v1/agencies/:id',
  complaints: '/api/v1/complaints',
  complaint: '/api/v1/complaints/:id',
  complaintAction: '/api/v1/complaints/:id/actions/:action',
  inquiries: '/api/v1/inquiries',
  inquiry: '/api/v1/inquiries/:id',
  inquiryAction: '/api/v1/inquiries/:id/actions/:action',
  licenceAction: '/api/v1/licences/:id/actions/:action',
  digests: '/api/v1/digests',
  openapi: '/api/openapi.json',
} as const
