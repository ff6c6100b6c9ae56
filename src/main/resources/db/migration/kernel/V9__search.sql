-- ---------------------------------------------------------------- changes of what can be found (검색 변경)
-- Written by rooms in their own transactions. Numbers are given before they are seen by others, and out of order; the transaction they
-- came with tells a reader from where on something may still turn up.
create table kernel.search_change (
    xid  xid8 not null default pg_current_xact_id(),
    seq  bigint generated always as identity,
    kind text not null,
    id   uuid not null,
    at   timestamptz not null default now(),
    primary key (xid, seq)
);
create index search_change_at on kernel.search_change using brin (at);

-- ---------------------------------------------------------------- what indexes are made with
-- Each number goes up with what it counts; an index made with another number of words or rebuilds is made anew.
create table kernel.search_state (
    one      boolean primary key default true check (one),
    office   uuid not null default gen_random_uuid(),
    words    bigint not null default 1,
    synonyms bigint not null default 1,
    rebuild  bigint not null default 1
);
insert into kernel.search_state default values;

-- ---------------------------------------------------------------- the dictionary (사용자 사전)
create table kernel.search_word (
    word    text primary key check (word <> ''),
    parts   text not null,
    made_at timestamptz not null default now(),
    made_by text not null default ''
);

create table kernel.search_synonym (
    id      uuid primary key,
    words   text[] not null check (cardinality(words) > 1),
    made_at timestamptz not null default now(),
    made_by text not null default ''
);

-- ---------------------------------------------------------------- how the index of each node stands
create table kernel.search_node (
    node      text primary key,
    place     text not null,
    state     text not null,
    documents bigint not null,
    words     bigint not null,
    rebuild   bigint not null,
    said      text not null,
    seen_at   timestamptz not null
);

-- ---------------------------------------------------------------- words an office begins with
insert into kernel.search_word (word, parts) values
    ('꿈나무영등포', ''),
    ('어르신소식지', '어르신 소식지'),
    ('탁트인영등포', ''),
    ('영등포소식', ''),
    ('영등포구청', '영등포 구청'),
    ('영등포구의회', '영등포 구의회'),
    ('영등포본동', ''),
    ('영등포동', ''),
    ('여의동', ''),
    ('여의도동', ''),
    ('당산1동', ''),
    ('당산2동', ''),
    ('당산동', ''),
    ('도림동', ''),
    ('문래동', ''),
    ('양평1동', ''),
    ('양평2동', ''),
    ('양평동', ''),
    ('양화동', ''),
    ('신길1동', ''),
    ('신길3동', ''),
    ('신길4동', ''),
    ('신길5동', ''),
    ('신길6동', ''),
    ('신길7동', ''),
    ('신길동', ''),
    ('대림1동', ''),
    ('대림2동', ''),
    ('대림3동', ''),
    ('대림동', ''),
    ('영등포아트홀', '영등포 아트홀'),
    ('문래창작촌', '문래 창작촌'),
    ('선유도공원', '선유도 공원'),
    ('여의도공원', '여의도 공원'),
    ('여의샛강생태공원', '여의 샛강 생태 공원'),
    ('안양천', ''),
    ('도림천', ''),
    ('선유도서관', '선유 도서관'),
    ('대림도서관', '대림 도서관'),
    ('문래도서관', '문래 도서관'),
    ('주민센터', '주민 센터'),
    ('동주민센터', '동 주민센터'),
    ('구청장', '구청 장'),
    ('부구청장', '부 구청장'),
    ('비급여', ''),
    ('비정규직', ''),
    ('미지급', ''),
    ('부적합', ''),
    ('비대면', ''),
    ('비장애인', ''),
    ('정규직', ''),
    ('장애인', ''),
    ('찾아가는동주민센터', '찾아가는 동 주민센터'),
    ('생활SOC', ''),
    ('주민참여예산', '주민 참여 예산');

insert into kernel.search_synonym (id, words) values
    ('01900000-0000-7000-8000-000000000001', array['구청', '영등포구청']),
    ('01900000-0000-7000-8000-000000000002', array['주민센터', '동주민센터', '동사무소', '행정복지센터']),
    ('01900000-0000-7000-8000-000000000003', array['누리집', '홈페이지', '웹사이트']),
    ('01900000-0000-7000-8000-000000000004', array['어르신', '노인']),
    ('01900000-0000-7000-8000-000000000005', array['누리소통망', '에스엔에스', 'SNS']),
    ('01900000-0000-7000-8000-000000000006', array['보도자료', '언론보도자료']);
