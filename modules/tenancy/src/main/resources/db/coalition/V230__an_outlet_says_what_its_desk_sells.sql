alter table coalition.outlet
    add column usual_category text check (length(usual_category) between 1 and 60),
    add column own_categories text[];
comment on column coalition.outlet.usual_category is 'Into which a bill falls that is typed at its desk, as long as nobody says otherwise.';
comment on column coalition.outlet.own_categories is 'What its desk tells apart; null: everything for which the program has a rate.';
