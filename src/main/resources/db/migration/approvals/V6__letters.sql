-- 경유: the office or unit through which a paper goes; empty when it goes straight.
alter table approvals.sending add column via text not null default '';

-- The package as it left the house. Packages written before are not kept; their checksum still tells them.
alter table approvals.delivery add column packet uuid;

-- The letter as it was made public (시행문), so that the public reads this table and nothing else. Publications of before have none
-- and show their text.
alter table approvals.publication add column letter jsonb;
alter table approvals.publication add constraint publication_letter check (letter is null or disclosure = 'OPEN');
