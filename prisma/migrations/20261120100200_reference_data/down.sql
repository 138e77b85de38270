drop table templates, permissions, countries, currencies;
