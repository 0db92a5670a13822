call coalition.drop_tenant_schema(?);
