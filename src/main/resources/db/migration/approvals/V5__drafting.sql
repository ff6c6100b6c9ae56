-- ---------------------------------------------------------------- what was typed and not yet saved (자동 저장)
-- Only its owner reads it: the key begins with him. The fields are text because typed text may hold what jsonb refuses.
create table approvals.buffer (
    account uuid not null,
    id      uuid not null,
    paper   uuid references approvals.paper,
    title   text not null,
    fields  text not null check (length(fields) <= 1000000),
    kept_at timestamptz not null,
    primary key (account, id)
);
create index buffer_of on approvals.buffer (account, kept_at desc);
create index buffer_old on approvals.buffer (kept_at);

-- ---------------------------------------------------------------- lines kept by name (저장한 결재선)
create table approvals.saved_line (
    id      uuid primary key,
    account uuid not null,
    name    text not null check (length(name) between 1 and 60),
    line    text not null,
    kept_at timestamptz not null,
    unique (account, name)
);

-- ---------------------------------------------------------------- attachments (붙임)
-- A version names its attachments by name, size and SHA-256; this says where the bytes are. Rows that no version and no
-- drafter needs any more are swept together with their file.
create table approvals.upload (
    id         uuid primary key,
    account    uuid not null,
    file       uuid not null,
    name       text not null,
    media_type text not null,
    size       bigint not null check (size > 0),
    sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    at         timestamptz not null
);
create index upload_sha256 on approvals.upload (sha256);
create index upload_file on approvals.upload (file);
create index upload_at on approvals.upload (at);
create index content_version_attachments on approvals.content_version using gin (attachments jsonb_path_ops)
    where attachments <> '[]';

-- ---------------------------------------------------------------- forms to start from (서식)
create table approvals.form (
    id         uuid primary key,
    title      text not null unique check (length(title) between 1 and 60),
    note       text not null,
    kind       text not null,
    second     text,
    task       text not null,
    subject    text not null,
    body       text not null,
    retention  text not null,
    shipped    boolean not null,
    retired    boolean not null,
    position   int not null,
    version    int not null,
    changed_at timestamptz not null,
    changed_by text not null
);

insert into approvals.form
    (id, title, note, kind, second, task, subject, body, retention, shipped, retired, position, version, changed_at, changed_by)
values
('019aa000-0000-7000-8000-000000000001', '표준 기안문', '관련 근거와 하려는 일을 차례로 적습니다.', 'GENERAL', null, '', '○○ 계획',
'1. 관련: ○○과-0000(2026. 0. 0.)
2. ○○을(를) 위하여 다음과 같이 시행하고자 합니다.
  가. 기간: 2026. 0. 0. ~ 2026. 0. 0.
  나. 장소: ○○
  다. 내용: ○○

붙임  ○○ 계획 1부.  끝.', 'YEARS_5', true, false, 10, 1, now(), '시스템'),
('019aa000-0000-7000-8000-000000000002', '공고문', '결재가 나면 공고 번호를 매깁니다.', 'NOTICE', 'ANNOUNCEMENT', '', '○○ 공고',
'「○○법」 제0조에 따라 다음과 같이 공고합니다.

1. 공고 내용: ○○
2. 공고 기간: 2026. 0. 0. ~ 2026. 0. 0.
3. 의견 제출
  가. 내는 곳: ○○과(전화 02-000-0000)
  나. 내는 방법: 방문, 우편, 전자우편
4. 그 밖의 사항: ○○  끝.', 'YEARS_10', true, false, 20, 1, now(), '시스템'),
('019aa000-0000-7000-8000-000000000003', '회신', '받은 문서에 답합니다.', 'GENERAL', null, '', '○○에 대한 회신',
'1. 귀 기관의 ○○과-0000(2026. 0. 0.)과 관련됩니다.
2. 요청하신 사항에 대하여 다음과 같이 회신합니다.
  가. ○○: ○○
  나. 담당: ○○과 ○○(전화 02-000-0000)  끝.', 'YEARS_5', true, false, 30, 1, now(), '시스템'),
('019aa000-0000-7000-8000-000000000004', '회의 결과 보고', '누가 모여 무엇을 정했는지 남깁니다.', 'GENERAL', null, '', '○○ 회의 결과 보고',
'1. 회의 개요
  가. 일시: 2026. 0. 0. 00:00
  나. 장소: ○○
  다. 참석: ○○ 등 0명
2. 논의한 것: ○○
3. 정한 것
  가. ○○(담당 ○○, 2026. 0. 0.까지)
  나. ○○
4. 앞으로 할 일: ○○  끝.', 'YEARS_5', true, false, 40, 1, now(), '시스템'),
('019aa000-0000-7000-8000-000000000005', '지출 기안', '무엇을 얼마에 어느 예산으로 사는지 적습니다. 금액은 숫자와 한글을 함께 씁니다.', 'GENERAL', null, '', '○○ 구입',
'1. 관련: ○○ 계획(○○과-0000)
2. ○○을(를) 다음과 같이 구입하고자 합니다.
  가. 품명과 수량: ○○ 0개
  나. 금액: 금0원(금영원)
  다. 예산: ○○ 사업, ○○ 과목
  라. 계약 방법: ○○

붙임  1. 견적서 1부.
      2. 산출 내역 1부.  끝.', 'YEARS_5', true, false, 50, 1, now(), '시스템'),
('019aa000-0000-7000-8000-000000000006', '민원 처리 결과 안내', '민원인에게 결과를 알립니다.', 'PETITION', null, '', '민원 처리 결과 안내',
'1. 귀하께서 2026. 0. 0. 신청하신 민원(접수번호 0000)과 관련됩니다.
2. 검토한 결과를 다음과 같이 알려 드립니다.
  가. 신청하신 내용: ○○
  나. 처리 결과: ○○
  다. 이유: ○○
3. 결과에 이의가 있으시면 이 안내를 받으신 날부터 60일 안에 이의를 신청하실 수 있습니다.  끝.', 'YEARS_10', true, false, 60, 1, now(), '시스템'),
('019aa000-0000-7000-8000-000000000007', '업무 지시', '아래 기관이나 부서에 할 일을 정해 지시합니다.', 'DIRECTIVE', 'ORDER', '', '○○ 지시',
'○○을(를) 위하여 다음과 같이 지시하니 빠짐없이 이행하기 바랍니다.

1. 할 일: ○○
2. 기한: 2026. 0. 0.까지
3. 결과 보고: 2026. 0. 0.까지 ○○과로  끝.', 'YEARS_10', true, false, 70, 1, now(), '시스템'),
('019aa000-0000-7000-8000-000000000008', '비치 대장', '날마다 적어 두고 보는 대장을 시작합니다.', 'LEDGER', null, '', '○○ 대장',
'다음과 같이 ○○ 대장을 만들어 비치하고자 합니다.

1. 적는 것: ○○
2. 적는 사람: ○○
3. 비치하는 곳: ○○  끝.', 'YEARS_3', true, false, 80, 1, now(), '시스템'),
('019aa000-0000-7000-8000-000000000009', '훈령·예규 발령', '안에서 지킬 규정을 정하거나 고칩니다.', 'DIRECTIVE', 'DIRECTIVE', '', '○○ 규정 일부개정',
'○○ 규정을 다음과 같이 고쳐 발령하고자 합니다.

1. 고치는 이유: ○○
2. 주요 내용: ○○
3. 시행일: 2026. 0. 0.

붙임  ○○ 규정 개정안 1부.  끝.', 'PERMANENT', true, false, 90, 1, now(), '시스템');
