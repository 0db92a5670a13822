package eu.kontor.launcher.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * The coalition's members: the 2,357 customers of the shop, each with a name, a way to reach them, a card and a confirmation code. Only
 * the customer numbers are real.
 */
final class SampleMembers {

    static final int COUNT = 2_357;

    static final String CSV_HEADER =
            "given_name,family_name,phone,email,language,card_number,confirmation_code,member_since";

    private static final String CARD_PREFIX = "972401";
    private static final int CARD_DIGITS = 16;
    private static final long SEED = 2_357L;

    /** Of a hundred members; the others read English. */
    private static final int SPANISH = 30;

    private static final int CHINESE = 8;
    private static final int LONGEST_MEMBERSHIP_DAYS = 400;

    private static final List<String> GIVEN = List.of(
            "Ana", "Beatriz", "Carlos", "Diana", "Eduardo", "Filipa", "Gonzalo", "Helena", "Inés", "João", "Katia",
            "Luis", "Marta", "Nuno", "Olga", "Pedro", "Rita", "Sofía", "Tiago", "Vera", "Alice", "Ben", "Clara",
            "Daniel", "Emma", "Felix", "Grace", "Henry", "Iris", "James", "Laura", "Martin", "Nina", "Oscar", "Paula",
            "Robert", "Sarah", "Thomas", "Ursula", "Víctor");

    private static final List<String> FAMILY = List.of(
            "Almeida",
            "Barros",
            "Castro",
            "Duarte",
            "Esteves",
            "Ferreira",
            "Gomes",
            "Henriques",
            "Iglesias",
            "Jiménez",
            "Lopes",
            "Martins",
            "Navarro",
            "Oliveira",
            "Pereira",
            "Quintana",
            "Ramos",
            "Santos",
            "Teixeira",
            "Vidal",
            "Adams",
            "Baker",
            "Carter",
            "Davies",
            "Evans",
            "Fischer",
            "Graham",
            "Hughes",
            "Jansen",
            "Keller",
            "Lambert",
            "Murray",
            "Novak",
            "Olsen",
            "Parker",
            "Rossi",
            "Schmidt",
            "Taylor",
            "Wagner",
            "Young");

    private static final List<String> CHINESE_GIVEN =
            List.of("伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "艳", "勇", "杰", "娟", "涛", "明", "超", "霞", "平", "刚");

    private static final List<String> CHINESE_FAMILY =
            List.of("王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗");

    /** @param index from 0; the customer's number in the shop less one */
    record Member(
            int index,
            String givenName,
            String familyName,
            String phone,
            String email,
            String language,
            String card,
            String confirmationCode,
            LocalDate memberSince) {

        String csv() {
            return String.join(
                    ",", givenName, familyName, phone, email, language, card, confirmationCode, memberSince.toString());
        }
    }

    private SampleMembers() {}

    /** @param firstDay of the sample; members joined in the year before it */
    static List<Member> all(LocalDate firstDay) {
        Random random = new Random(SEED);
        List<Member> members = new ArrayList<>(COUNT);
        for (int i = 0; i < COUNT; i++) {
            members.add(member(i, random, firstDay));
        }
        return List.copyOf(members);
    }

    private static Member member(int index, Random random, LocalDate firstDay) {
        int hundredth = random.nextInt(100);
        String language = hundredth < SPANISH ? "es" : hundredth < SPANISH + CHINESE ? "zh" : "en";
        boolean isChinese = language.equals("zh");
        String given = pick(isChinese ? CHINESE_GIVEN : GIVEN, random);
        String family = pick(isChinese ? CHINESE_FAMILY : FAMILY, random);
        return new Member(
                index,
                given,
                family,
                String.format(Locale.ROOT, "+35196%07d", 1_000_003L * (index + 1) % 9_999_991),
                "member%04d@example.org".formatted(index + 1),
                language,
                card(index + 1),
                "%04d".formatted(random.nextInt(10_000)),
                firstDay.minusDays(1 + random.nextInt(LONGEST_MEMBERSHIP_DAYS)));
    }

    private static String pick(List<String> names, Random random) {
        return names.get(random.nextInt(names.size()));
    }

    /** The launcher depends on no other module, hence its own check digit (ISO/IEC 7812-1). */
    private static String card(int serial) {
        String body = CARD_PREFIX + "%09d".formatted(serial);
        int sum = 0;
        for (int i = 0; i < CARD_DIGITS - 1; i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return body + (10 - sum % 10) % 10;
    }
}
