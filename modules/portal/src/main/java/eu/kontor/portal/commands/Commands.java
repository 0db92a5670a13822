package eu.kontor.portal.commands;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Role;
import eu.kontor.portal.members.MemberPagePresenter;
import eu.kontor.portal.places.Places;
import eu.kontor.portalkit.i18n.Texts;
import eu.kontor.portalkit.shell.Said;
import eu.kontor.portalkit.shell.Searchable;
import eu.kontor.tenancy.api.Service;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** What is done at a place of its own, without a name or a number. */
@Service
public class Commands implements Searchable {

    private enum Command {
        ENROL("enrol", Places.MEMBERS + "?panel=enrol", MemberPagePresenter::mayEnrol),
        SERVE("serve", Places.FRONT_DESK, Command::isAtADesk),
        IMPORT("import", Places.IMPORTS, Command::bringsFiles),
        LAYOUT("layout", Places.NEW_LAYOUT, Command::bringsFiles),
        DEBTORS("debtors", Places.MEMBERS + "?show=debt", caller -> true),
        BLOCKED("blocked", Places.MEMBERS + "?show=blocked", caller -> true),
        NEW_BRAND("brand", Places.TENANTS + "?panel=apply", Command::isOperator),
        TELL("tell", Places.EXPIRY + "?panel=tell", Command::isOperator),
        EXPIRE("expire", Places.EXPIRY + "?panel=run", Command::isOperator);

        private final String key;
        private final String place;
        private final Predicate<Caller> allowed;

        Command(String key, String place, Predicate<Caller> allowed) {
            this.key = "search.do." + key;
            this.place = place;
            this.allowed = allowed;
        }

        private static boolean isAtADesk(Caller caller) {
            return caller.tenant().isPresent() && caller.isAny(Role.ADMIN, Role.FRONT_DESK);
        }

        private static boolean bringsFiles(Caller caller) {
            return caller.tenant().isPresent() && caller.isAny(Role.ADMIN, Role.FINANCE);
        }

        private static boolean isOperator(Caller caller) {
            return caller.isAny(Role.OPERATOR);
        }

        private Hit hit(Caller caller) {
            return new Hit("search.action", Texts.of(key, caller.language()), "", place);
        }
    }

    @Override
    public List<Hit> find(Caller caller, String typed) {
        Said said = new Said(typed, caller.language());
        return Arrays.stream(Command.values())
                .filter(command -> command.allowed.test(caller) && said.means(command.key + ".words"))
                .map(command -> command.hit(caller))
                .toList();
    }

    /** Behind people, cards and statements: Enter takes the first hit, and a name may begin like a command. */
    @Override
    public int order() {
        return 3;
    }
}
