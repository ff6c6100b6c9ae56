-- Whom an alert calls out is frozen when people are asked: the tree as it stood then, not as somebody writes it until they have signed.
alter table notices.alert
    add column called text,
    add column called_rungs jsonb,
    add constraint alert_called check ((called is null) = (called_rungs is null));

create or replace function notices.alert_is_sealed() returns trigger language plpgsql as $$
begin
    if old.drill <> new.drill or old.identifier <> new.identifier or old.type <> new.type
        or old.previous is distinct from new.previous
    then
        raise exception 'alert % stays what it was begun as', old.identifier;
    end if;
    if old.stage not in ('DRAFT', 'RETURNED') and
        (old.headline, old.grade, old.hazard, old.category, old.response, old.urgency, old.severity, old.certainty,
            old.text, old.detail, old.hours, old.sender, old.ways, old.tree, old.called, old.called_rungs, old.audience, old.staff)
            is distinct from
        (new.headline, new.grade, new.hazard, new.category, new.response, new.urgency, new.severity, new.certainty,
            new.text, new.detail, new.hours, new.sender, new.ways, new.tree, new.called, new.called_rungs, new.audience, new.staff)
    then
        raise exception 'alert % is sealed', old.identifier;
    end if;
    return new;
end $$;

-- Looked through every five seconds.
create index alert_asked on notices.alert (changed_at) where stage = 'APPROVAL';
