drop table tenant_configs, documents;
