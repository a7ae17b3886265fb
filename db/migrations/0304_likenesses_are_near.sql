-- Many companies share a word ("manpower", "overseas"): of similar names only the really near ones
-- are compared, and of each only a few.
select show_limit();
alter function agency_likenesses(uuid) set pg_trgm.similarity_threshold = 0.55;
alter function agency_likenesses(uuid) set pg_trgm.word_similarity_threshold = 0.8;
