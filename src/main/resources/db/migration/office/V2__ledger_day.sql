-- Sums per line, source and day instead of month: a question "as of a day" in the middle of a busy month no longer reads the
-- entries of that month, so five million entries in one year cost no more than a year's working days times its lines.
create table office.ledger_day (
    fiscal_year int not null,
    on_date     date not null,
    line_id     uuid not null,
    source      text not null,
    obligated   bigint not null,
    paid        bigint not null,
    returned    bigint not null,
    entries     bigint not null,
    primary key (fiscal_year, on_date, line_id, source)
);

insert into office.ledger_day (fiscal_year, on_date, line_id, source, obligated, paid, returned, entries)
select fiscal_year, on_date, line_id, source,
       coalesce(sum(amount) filter (where kind = 'OBLIGATION'), 0),
       coalesce(sum(amount) filter (where kind = 'PAYMENT'), 0),
       coalesce(sum(amount) filter (where kind = 'RETURN'), 0),
       count(*)
from office.ledger_entry
group by 1, 2, 3, 4;

create or replace function office.ledger_roll_up() returns trigger language plpgsql as $$
begin
    insert into office.ledger_day as d
        (fiscal_year, on_date, line_id, source, obligated, paid, returned, entries)
    select fiscal_year, on_date, line_id, source,
           coalesce(sum(amount) filter (where kind = 'OBLIGATION'), 0),
           coalesce(sum(amount) filter (where kind = 'PAYMENT'), 0),
           coalesce(sum(amount) filter (where kind = 'RETURN'), 0),
           count(*)
    from entered
    group by 1, 2, 3, 4
    order by 1, 2, 3, 4
    on conflict (fiscal_year, on_date, line_id, source) do update set
        obligated = d.obligated + excluded.obligated,
        paid = d.paid + excluded.paid,
        returned = d.returned + excluded.returned,
        entries = d.entries + excluded.entries;
    return null;
end $$;

drop table office.ledger_month;
