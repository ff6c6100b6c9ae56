-- Every room that counts days needs the same holidays: they are the house's now, with those this office added or took away.
do $$
begin
    if to_regclass('kernel.holiday') is not null then
        delete from kernel.holiday h where not exists (select from notices.holiday n where n.day = h.day);
        insert into kernel.holiday select day, name from notices.holiday on conflict (day) do update set name = excluded.name;
    end if;
end $$;
drop table notices.holiday;
