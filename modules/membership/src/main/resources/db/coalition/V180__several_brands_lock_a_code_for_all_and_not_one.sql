-- A code is locked for all when several brands were locked out of it, not when several callers of one brand were.
alter table coalition.code_attempt
    add column tenant_id      integer references coalition.tenant,
    add column last_locked_at timestamptz;
comment on column coalition.code_attempt.tenant_id is 'Whose caller it is; empty for the operator''s.';
comment on column coalition.code_attempt.last_locked_at is
    'When it was last locked for the caller; empty where it never was since this is known, and such a row locks nobody else.';
comment on column coalition.confirmation_code.locked_until is 'For all callers, when several brands were locked out of it within a day.';
