package dev.orders.invoice;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Makes the streams of one document. One deflater serves them all: its 256 KB are set up once, not
 * once a stream as PDFBox does.
 */
final class Streams implements AutoCloseable {

  private final PDDocument document;
  private final Deflater deflater = new Deflater();
  private final byte[] buffer = new byte[8192];

  Streams(PDDocument document) {
    this.document = document;
  }

  COSStream compressed(byte[] data) {
    deflater.reset();
    deflater.setInput(data);
    deflater.finish();
    COSStream stream = empty();
    stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
    try (OutputStream out = stream.createRawOutputStream()) {
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stream;
  }

  COSStream plain(byte[] data) {
    COSStream stream = empty();
    try (OutputStream out = stream.createRawOutputStream()) {
      out.write(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stream;
  }

  private COSStream empty() {
    return document.getDocument().createCOSStream();
  }

  @Override
  public void close() {
    deflater.end();
  }
}
