select name, points_name::text, zone, card_prefix, first_window, currency, value_per_point, sample,
       configuration::text
  from coalition.coalition;
