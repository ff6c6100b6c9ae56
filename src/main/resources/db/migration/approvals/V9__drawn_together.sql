-- ---------------------------------------------------------------- numbers for several papers at once
-- A register may go on by more than one, and never further than there are entries: asked at the end of the transaction.
create or replace function approvals.count_on() returns trigger language plpgsql as $$
begin
    if (new.register, new.unit, new.year) = (old.register, old.unit, old.year) and new.last > old.last then return new; end if;
    raise exception 'approvals.register_counter goes on' using errcode = 'raise_exception';
end $$;

-- In the order of the numbers, so that they are always looked for where they stand and never among all of the register.
create function approvals.number_all() returns trigger language plpgsql as $$
begin
    if (select count(*) = new.last - old.last and max(x.serial) = new.last from (
        select e.serial from approvals.register_entry e
        where e.register = new.register and e.unit = new.unit and e.year = new.year and e.serial > old.last
        order by e.serial limit new.last - old.last) x) then return null; end if;
    raise exception 'approvals.register_counter counts entries' using errcode = 'raise_exception';
end $$;
create constraint trigger register_counter_counted after update on approvals.register_counter
    deferrable initially deferred for each row execute function approvals.number_all();

-- ---------------------------------------------------------------- hashes
-- 64 hexadecimal digits, said so that each row costs a sixth
alter table approvals.content_version drop constraint content_version_hash_check,
    add constraint content_version_hash_check check (length(hash) = 64 and hash !~ '[^0-9a-f]');
alter table approvals.event drop constraint event_hash_check,
    add constraint event_hash_check check (length(hash) = 64 and hash !~ '[^0-9a-f]');
alter table approvals.link drop constraint link_previous_check, drop constraint link_hash_check,
    add constraint link_previous_check check (length(previous) = 64 and previous !~ '[^0-9a-f]'),
    add constraint link_hash_check check (length(hash) = 64 and hash !~ '[^0-9a-f]');

-- ---------------------------------------------------------------- titles
-- parts of titles are searched for, which an index of their beginnings does not help, and every paper paid for it
drop index approvals.paper_title;
