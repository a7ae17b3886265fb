-- The outbox without a filter, page by page.
create index outgoing_message_by_age on outgoing_message (queued_at desc, id desc);
