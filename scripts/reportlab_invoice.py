"""Makes invoices with reportlab, for scripts/bench-invoice: prints ms of processor time and KB for each, warm."""

import io
import sys
import time

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

ROUND = 100
ITEMS = [("노트북", "1", "1,500,000원", "1,500,000원"), ("무선 마우스", "2", "30,000원", "60,000원")]


def invoice(number):
    file = io.BytesIO()
    page = canvas.Canvas(file, pagesize=A4)
    y = 780
    page.setFont("Bold", 24)
    page.drawString(51, y, "청구서")
    page.setFont("Regular", 9)
    facts = [
        ("주문 번호", str(number)),
        ("고객", "홍길동"),
        ("이메일", "customer-%07d@example.com" % number),
        ("주문일", "2026년 3월 1일 14:30"),
        ("받는 사람", "홍길동"),
        ("주소", "세종대로 %d 서울 04524 KR" % number),
        ("전화", "010-1234-5678"),
    ]
    for label, value in facts:
        y -= 14
        page.drawString(51, y, label)
        page.drawString(140, y, value)
    y -= 30
    page.setFont("Bold", 9)
    for x, head in [(51, "상품"), (300, "수량"), (380, "단가"), (470, "합계")]:
        page.drawString(x, y, head)
    page.setFont("Regular", 9)
    for name, quantity, price, total in ITEMS:
        y -= 16
        page.drawString(51, y, name)
        page.drawRightString(330, y, quantity)
        page.drawRightString(440, y, price)
        page.drawRightString(540, y, total)
        page.line(51, y - 4, 540, y - 4)
    y -= 30
    page.drawString(290, y, "소계")
    page.drawRightString(540, y, "1,560,000원")
    y -= 20
    page.setFont("Bold", 13)
    page.drawString(290, y, "총 결제 금액")
    page.drawRightString(540, y, "1,560,000원")
    page.showPage()
    page.save()
    return file.getvalue()


for name in ("Regular", "Bold"):
    pdfmetrics.registerFont(TTFont(name, f"{sys.argv[1]}/NotoSansKR-{name}.ttf"))
for i in range(ROUND):
    invoice(i)
start = time.process_time()
size = sum(len(invoice(i)) for i in range(ROUND))
print("%.3f %.1f" % ((time.process_time() - start) / ROUND * 1000, size / ROUND / 1024))
