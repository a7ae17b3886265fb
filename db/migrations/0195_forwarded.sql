-- The worker keeps what officers forward to the bot, acting as them: the policies decide.
grant insert on evidence to become_jobs;
