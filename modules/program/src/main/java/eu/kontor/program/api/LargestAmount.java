package eu.kontor.program.api;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;

/**
 * The largest amount of one sale. No sale of any partner comes near it; a slipped decimal point does. About a million euros in every
 * currency, to a power of ten, so that a bill of five million dong is ordinary and one of five million dinar is not.
 */
public final class LargestAmount {

    private static final BigDecimal A_MILLION = new BigDecimal("1000000");

    /** By how many powers of ten more than a million, for currencies of which a euro buys tens, hundreds, or thousands. */
    private static final Map<Integer, String> SMALL_UNITS = Map.of(
            1,
                    "AED ARS BOB BRL BWP CNY CZK DKK EGP ERN GHS GTQ HKD HNL ILS MAD MDL MOP MUR MVR MXN NAD NOK QAR RON SAR SEK SZL THB TJS"
                            + " TMT TRY TTD TWD UAH UYU VES ZAR ZMW",
            2,
                    "AFN ALL AMD BDT BTN CVE DOP DZD ETB GMD HTG INR ISK JMD JPY KES KGS LRD MKD MZN NIO NPR PHP RSD RUB SRD STN VUV XPF",
            3,
                    "AOA BIF CDF CLP COP CRC DJF HUF IQD KMF KPW KRW KZT LKR LRD MNT MWK NGN PKR RWF SDG SSP SYP TZS XAF XOF YER",
            4, "GNF IDR KHR LAK LBP MGA MMK PYG SLL SOS UGX UZS VND",
            5, "IRR");

    private LargestAmount() {}

    public static BigDecimal of(Program program, Currency currency) {
        BigDecimal own = program.counting().largestAmount().get(currency);
        return own == null ? usual(currency) : own;
    }

    /** Where the program does not say another one. */
    public static BigDecimal usual(Currency currency) {
        return SMALL_UNITS.entrySet().stream()
                .filter(units -> units.getValue().contains(currency.getCurrencyCode()))
                .findFirst()
                .map(units -> A_MILLION.scaleByPowerOfTen(units.getKey()))
                .orElse(A_MILLION);
    }
}
