select coalition.raise_signal(:tenant, :kind, :aboutKind, :about, :occurrence, cast(:facts as jsonb), :at, :times) as signal_id
