package eu.kontor.membership.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.membership.api.MemberLists;
import eu.kontor.membership.persistence.MemberListing;
import eu.kontor.membership.persistence.MemberListing.Blocked;
import eu.kontor.membership.persistence.MemberListing.Joined;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Who is new, and whose card is blocked. */
@Service
public class ListedMembers implements MemberLists {

    private static final Role[] STAFF = {Role.OPERATOR, Role.ADMIN, Role.FINANCE, Role.FRONT_DESK};

    /** Behind every day and moment that is written down. */
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private static final Instant LAST_MOMENT =
            LAST_DAY.atStartOfDay(ZoneId.of("UTC")).toInstant();

    private final Transactions transactions;
    private final Tenants tenants;

    @Inject
    public ListedMembers(Transactions transactions, Tenants tenants) {
        this.transactions = transactions;
        this.tenants = tenants;
    }

    @Override
    public Page<Listed> newSince(Caller caller, LocalDate since, Optional<String> cursor, int limit) {
        caller.mustBe(STAFF);
        int rows = Math.clamp(limit, 1, Page.MAX_ROWS);
        Joined before = cursor.map(ListedMembers::joined).orElse(new Joined(new MemberId(Long.MAX_VALUE), LAST_DAY));
        boolean ofTenant = caller.tenant().isPresent();
        List<Joined> found = as(caller, unit -> MemberListing.joined(unit, ofTenant, since, before, rows + 1));
        return page(
                found,
                rows,
                row -> new Listed(row.memberId(), row.day()),
                row -> row.day() + "_" + row.memberId().value());
    }

    @Override
    public Page<Listed> withBlockedCard(Caller caller, Optional<String> cursor, int limit) {
        caller.mustBe(STAFF);
        int rows = Math.clamp(limit, 1, Page.MAX_ROWS);
        String[] before = cursor.map(ListedMembers::parts).orElse(new String[] {LAST_MOMENT.toString(), ""});
        Instant at = moment(before[0]);
        List<Blocked> found = as(caller, unit -> MemberListing.blocked(unit, at, before[1], rows + 1));
        ZoneId zone = caller.tenant().map(own -> tenants.get(own).zone()).orElseGet(() -> tenants.coalition()
                .zone());
        return page(
                found,
                rows,
                row -> new Listed(row.memberId(), LocalDate.ofInstant(row.blockedAt(), zone)),
                row -> row.blockedAt() + "_" + row.cardNumber().value());
    }

    private static <R> Page<Listed> page(
            List<R> found, int rows, Function<R, Listed> listed, Function<R, String> position) {
        boolean more = found.size() > rows;
        List<R> shown = more ? found.subList(0, rows) : found;
        return new Page<>(
                shown.stream().map(listed).toList(),
                more ? Optional.of(position.apply(shown.getLast())) : Optional.empty());
    }

    private static Joined joined(String cursor) {
        String[] parts = parts(cursor);
        try {
            return new Joined(new MemberId(Long.parseLong(parts[1])), LocalDate.parse(parts[0]));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new Refusal(RefusalCode.CURSOR_INVALID);
        }
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Refusal(RefusalCode.CURSOR_INVALID);
        }
    }

    private static String[] parts(String cursor) {
        String[] parts = cursor.split("_", -1);
        if (parts.length != 2) {
            throw new Refusal(RefusalCode.CURSOR_INVALID);
        }
        return parts;
    }

    private <T> T as(Caller caller, Transactions.Work<T> work) {
        return caller.isAny(Role.OPERATOR)
                ? transactions.asOperator(work)
                : transactions.asTenant(caller.tenantOrRefuse(), work);
    }
}
