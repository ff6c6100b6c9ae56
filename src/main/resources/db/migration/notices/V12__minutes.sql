-- Calls are counted over the last sixty seconds and not by the minutes of the clock, over whose turn twice as many passed.
drop table notices.api_minute;
create table notices.api_second (
    key    uuid not null references notices.api_key,
    second timestamptz not null,
    used   int not null,
    -- the newest of them: as long as it is not a minute old, all of them count
    last   timestamptz not null,
    primary key (key, second)
);
