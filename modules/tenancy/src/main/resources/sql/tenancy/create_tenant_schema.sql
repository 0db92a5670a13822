call coalition.create_tenant_schema(?);
