package dev.orders.invoice;

import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/**
 * A font within a document.
 *
 * @param name what pages call it
 * @param dictionary its entry
 * @param codes the two-byte code of each character that it can write
 */
record EmbeddedFont(COSName name, COSDictionary dictionary, Map<Integer, Integer> codes) {}
