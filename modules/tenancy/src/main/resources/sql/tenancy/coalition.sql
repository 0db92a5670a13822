select name, points_name::text as points_name, zone, card_prefix, first_window, currency, value_per_point, sample,
       configuration::text as configuration
  from coalition.coalition;
