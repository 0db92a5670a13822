package eu.kontor.portal.messages;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Page;
import eu.kontor.membership.api.Members;
import eu.kontor.membership.api.Members.MemberRow;
import eu.kontor.outbox.api.SetAsideMessages;
import eu.kontor.outbox.api.SetAsideMessages.SetAside;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the operator sees and does about messages that are set aside. */
@Service
public class MessagesPresenter {

    private final SetAsideMessages messages;
    private final Members members;
    private final Tenants tenants;

    @Inject
    public MessagesPresenter(SetAsideMessages messages, Members members, Tenants tenants) {
        this.messages = messages;
        this.members = members;
        this.tenants = tenants;
    }

    /**
     * @param brand its name
     * @param member the name of whom it is about; empty when it is about nobody, or nobody whom we know any more
     */
    record Row(SetAside message, String brand, String member) {}

    Page<Row> page(Caller caller, Optional<String> cursor, int limit) {
        Page<SetAside> page = messages.list(caller, cursor, limit);
        List<MemberId> about = page.rows().stream()
                .flatMap(row -> row.member().stream())
                .distinct()
                .toList();
        Map<MemberId, MemberRow> names = members.names(caller, about);
        return new Page<>(
                page.rows().stream()
                        .map(row -> new Row(row, tenants.get(row.tenant()).name(), name(row, names)))
                        .toList(),
                page.next());
    }

    void tryAgain(Caller caller, long id) {
        messages.tryAgain(caller, id);
    }

    void close(Caller caller, long id, String reason) {
        messages.close(caller, id, reason);
    }

    private static String name(SetAside message, Map<MemberId, MemberRow> names) {
        return message.member()
                .flatMap(member -> Optional.ofNullable(names.get(member)))
                .map(MemberRow::name)
                .orElse("");
    }
}
