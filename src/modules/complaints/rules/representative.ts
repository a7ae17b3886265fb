/** What somebody is who speaks for a group, or for one person of it. */
export const speakerRelations = ['worker', 'family', 'lawyer', 'organisation', 'other'] as const
export type SpeakerRelation = (typeof speakerRelations)[number]
