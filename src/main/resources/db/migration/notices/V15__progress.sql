-- Whose progress is still noted is looked up every two seconds, and runs are never deleted.
create index run_closed on notices.run (closed_at) where closed_at is not null;
