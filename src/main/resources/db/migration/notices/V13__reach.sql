-- Nobody read it: lists mask what lies under the seal, together with what follows from the account.
alter table notices.officer_reach drop column masked;
