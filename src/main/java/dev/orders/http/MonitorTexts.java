package dev.orders.http;

import dev.orders.app.Messages;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;

/**
 * What the monitor says, in each language it speaks: its own words, and under {@code message.}
 * those in which the API tells where tasks stand, so that the page can tell them in its reader's
 * language.
 */
final class MonitorTexts {

  private static final String BUNDLE = "dev.orders.http.monitor.texts";

  private MonitorTexts() {}

  /** A JSON object of texts by their keys for each language, by the names of the files. */
  static Map<String, byte[]> all() {
    return Map.of("en.json", json(Locale.ENGLISH), "ko.json", json(Locale.KOREAN));
  }

  private static byte[] json(Locale language) {
    Map<String, String> texts = new TreeMap<>(own(language));
    new Messages(language).all().forEach((key, text) -> texts.put("message." + key, text));
    return Answer.bytes(
        json -> {
          json.writeStartObject();
          texts.forEach(json::writeStringProperty);
          json.writeEndObject();
        });
  }

  static Map<String, String> own(Locale language) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
    Map<String, String> texts = new TreeMap<>();
    bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
    return texts;
  }
}
