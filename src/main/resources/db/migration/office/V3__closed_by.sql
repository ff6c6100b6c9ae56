-- Who closed the books of a year; null for years closed before this was kept.
alter table office.fiscal_year add column closed_by text;
