-- Letters that other rooms of the office hand over, such as press releases.
alter table notices.single drop constraint single_use_check;
alter table notices.single add constraint single_use_check check (use in ('CODE', 'CALL', 'POST', 'API', 'TEST', 'LETTER'));
alter table notices.single_run drop constraint single_run_use_check;
alter table notices.single_run add constraint single_run_use_check check (use in ('CODE', 'CALL', 'POST', 'API', 'TEST', 'LETTER'));
