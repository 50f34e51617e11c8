package dev.orders.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Texts that would do harm, as they stand between quotes in JSON. */
final class Hostile {

  /** Whatever a terminal would obey, or that turns the text around it. */
  static final String STEERING =
      "[\\p{Cc}\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069\\uFEFF]";

  private Hostile() {}

  /** Those that no order may hold. */
  static List<String> refused() {
    return List.of(
        "Kim\\r\\nBcc: victim@mail.example",
        "Kim\\nX-Evil: 1",
        "\\u001b[2J\\u001b]0;owned\\u0007",
        "\\u009b31m",
        "\\u0000",
        "tab\\there",
        "line\\u2028separator",
        "\\ud83d half",
        "\\u007f",
        " \\u200b\\u3164 ",
        "");
  }

  /** Those that are names like any other. */
  static List<String> accepted() {
    return Stream.concat(
            Stream.of(
                "\\u202egnp.exe\\u202c \\u2066x",
                "\\u200f\\u061c\\ufeffx",
                "👩‍👩‍👧‍👦🏴‍☠️ 김",
                "\\u1100\\u1175\\u11b7\\u1106\\u1175\\u11ab\\u110c\\u1175",
                "Z̷̡̢̛̗̘̙̜̝̞̟̠̀́̂̃̄̅̆̇̈̉̊̋̌̍̎̏̐̑̒̓̔̽̾̿̀́͂̓̈́͆͊͋͌̕̚͡",
                "مرحبا بالعالم",
                "<script>alert(1)</script><img src=x onerror=alert(1)>",
                "\\\" onmouseover=\\\"alert(1)",
                "=?utf-8?Q?=0d=0aBcc:_x@y.example?=",
                "Kim, <victim@mail.example>",
                "../../../etc/passwd",
                "..",
                "{} {0} %s %n ${jndi:ldap://x} $(touch owned) `id` *",
                "\\ud83d\\udcb8\\ufffe\\uffff\\udbff\\udfff",
                "(\\\\) Tj ET \\\\ << >> endstream",
                "-rf",
                "'; DROP TABLE orders; --"),
            Stream.of("a", "가", "👍", "<", "a b ").map(Hostile::longest))
        .toList();
  }

  /** 64 KB of it, the most that a string may have. */
  private static String longest(String part) {
    return part.repeat(65_536 / part.getBytes(StandardCharsets.UTF_8).length);
  }

  /** An order that has the text wherever an order has one. */
  static String order(String text) {
    return ("{'customer_email':'a+{}*!#$%%&/=?^_`|~@mail.example','customer_name':'%1$s',"
            + "'items':[{'product_id':1,'product_name':'%1$s','quantity':2,'unit_price':1000,"
            + "'total_price':2000}],'shipping_address':{'name':'%1$s','street':'%1$s','city':'%1$s',"
            + "'postal_code':'%1$s','country':'%1$s','phone':'%1$s'},"
            + "'adjustments':[{'label':'%1$s','amount':0}],'total_amount':2000}")
        .replace('\'', '"')
        .formatted(text);
  }
}
