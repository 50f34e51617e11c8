package dev.orders.email;

/** The frame of a letter in HTML: a white sheet of 600 pixels on grey, narrower on a telephone. */
final class HtmlPage {

  /**
   * In this order: language, title, shop, heading, paragraphs, rows of facts, heading and rows of
   * the bill, heading and lines of the address, closing words.
   */
  static final String TEMPLATE =
      """
      <!DOCTYPE html>
      <html lang="%s">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s</title>
      </head>
      <body style="margin:0;padding:0;background:#f3f4f6">
      <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" border="0" \
      style="background:#f3f4f6">
      <tr><td align="center" style="padding:24px 12px">
      <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" border="0" \
      style="max-width:600px;background:#ffffff;border-radius:8px;color:#111827;\
      font:15px/1.6 -apple-system,'Segoe UI',Roboto,'Apple SD Gothic Neo','Malgun Gothic',\
      'Noto Sans KR','Noto Sans CJK KR',sans-serif">
      <tr><td style="padding:32px 32px 8px">
      <div style="font-size:14px;font-weight:600;color:#4b5563">%s</div>
      <h1 style="margin:4px 0 20px;font-size:24px;line-height:1.3">%s</h1>
      %s
      </td></tr>
      <tr><td style="padding:8px 32px">
      <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" border="0" \
      style="background:#f9fafb;border-radius:6px"><tr><td style="padding:12px 16px">
      <table role="presentation" cellpadding="0" cellspacing="0" border="0" style="font-size:14px">
      %s</table>
      </td></tr></table>
      </td></tr>
      <tr><td style="padding:16px 32px 8px">
      <h2 style="margin:0 0 4px;font-size:17px">%s</h2>
      <table width="100%%" cellpadding="0" cellspacing="0" border="0" style="font-size:14px">
      %s</table>
      </td></tr>
      <tr><td style="padding:16px 32px 24px">
      <h2 style="margin:0 0 4px;font-size:17px">%s</h2>
      <div style="font-size:14px;word-break:break-word;overflow-wrap:anywhere">
      %s
      </div>
      </td></tr>
      <tr><td style="padding:16px 32px 24px;border-top:1px solid #e5e7eb;\
      font-size:12px;color:#6b7280;word-break:keep-all">%s</td></tr>
      </table>
      </td></tr>
      </table>
      </body>
      </html>
      """;

  private HtmlPage() {}
}
