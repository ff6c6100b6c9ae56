-- Forms that came with the program after its first ones (서식). Runs again whenever it changes; what an office has made of a form stays.
insert into approvals.form
    (id, title, note, kind, second, task, subject, body, retention, shipped, retired, position, version, changed_at, changed_by)
values
('019aa000-0000-7000-8000-000000000010', '조례·규칙 개정안', '입법예고와 심사를 거친 자치법규안을 공포하기 전에 결재를 받습니다. 조례이면 번호를 조례로 바꿉니다.', 'LEGAL', 'RULE', '', '○○구 ○○ 규칙 일부개정규칙안',
'1. 관련
  가. ○○과-0000(2026. 0. 0.) "○○구 ○○ 규칙 일부개정규칙 입법예고 계획"
  나. 「○○구 자치법규 입법에 관한 조례」 제0조
2. ○○구 ○○ 규칙을 다음과 같이 고쳐 공포하고자 합니다.
  가. 고치는 이유: ○○
  나. 주요 내용
    1) ○○(안 제0조)
    2) ○○(안 제0조)
  다. 거친 절차
    1) 입법예고: 2026. 0. 0. ~ 2026. 0. 0.(의견 0건)
    2) 부서 협의와 사전 영향평가: ○○
    3) 법제 심사: 2026. 0. 0.
    4) 조례·규칙심의회: 2026. 0. 0. 원안 의결
  라. 시행일: 공포한 날

붙임  1. ○○구 ○○ 규칙 일부개정규칙안 1부.
      2. 신·구조문 대비표 1부.  끝.', 'PERMANENT', true, false, 95, 1, now(), '시스템')
on conflict do nothing;
