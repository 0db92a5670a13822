insert into program_cancellation (version, cancelled_at, cancelled_by, cancelled_by_name, why)
values (:version, :at, :by, :byName, :why)
