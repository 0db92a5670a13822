package eu.kontor.checkout.application;

import eu.kontor.checkout.api.UnknownCategories;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.sql.Types;
import java.util.List;

/** As they are noted when purchases are filed. */
@Service
public class NotedCategories implements UnknownCategories {

    private static final String UNTOLD = SqlFile.read("checkout/untold-categories");
    private static final String TOLD = SqlFile.read("checkout/categories-told");

    private final Transactions transactions;

    @Inject
    public NotedCategories(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<String> untold(TenantId tenant) {
        return transactions.asTenant(tenant, unit -> unit.jdbi()
                .createQuery(UNTOLD)
                .bind("most", MOST)
                .mapTo(String.class)
                .list());
    }

    @Override
    public void told(TenantId tenant, List<String> categories) {
        transactions.asTenant(tenant, unit -> unit.jdbi()
                .createUpdate(TOLD)
                .bindBySqlType("categories", unit.connection().createArrayOf("text", categories.toArray()), Types.ARRAY)
                .execute());
    }
}
