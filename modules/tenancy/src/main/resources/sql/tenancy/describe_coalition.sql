insert into coalition.coalition as known
       (name, points_name, zone, card_prefix, first_window, currency, value_per_point, sample, configuration)
values (:name, cast(:pointsName as jsonb), :zone, :cardPrefix, :firstWindow, :currency, :valuePerPoint, :sample,
        cast(:file as jsonb))
on conflict (only_one) do update
   set name = excluded.name, points_name = excluded.points_name, zone = excluded.zone,
       card_prefix = excluded.card_prefix, first_window = excluded.first_window, currency = excluded.currency,
       value_per_point = excluded.value_per_point, sample = excluded.sample,
       configuration = excluded.configuration;
