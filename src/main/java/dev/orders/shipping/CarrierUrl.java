package dev.orders.shipping;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a carrier's API lives. The URL may carry secrets, a user's password or a token in the
 * query: its text form is only scheme, host and port, and no exception repeats it.
 */
public final class CarrierUrl {

  private final URI url;

  private CarrierUrl(URI url) {
    this.url = url;
  }

  /**
   * Reads an absolute URL with scheme http or https.
   *
   * @throws IllegalArgumentException for any other text, which the message does not repeat
   */
  public static CarrierUrl parse(String text) {
    URI url = uriIn(text);
    boolean isHttp = isScheme("http", url) || isScheme("https", url);
    if (!isHttp || url.getHost() == null) {
      throw unusable();
    }
    return new CarrierUrl(url);
  }

  private static URI uriIn(String text) {
    try {
      return new URI(text.strip());
    } catch (URISyntaxException e) {
      throw unusable(); // without its cause, which repeats the text
    }
  }

  private static IllegalArgumentException unusable() {
    return new IllegalArgumentException("a carrier's URL looks like https://carrier.example/api");
  }

  /** {@code {url}/shipments}: the query stays behind it; user and fragment are left out. */
  URI shipments() {
    String path = url.getRawPath().replaceAll("/+$", "");
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    return URI.create(this + path + "/shipments" + query);
  }

  /**
   * The value of the {@code Authorization} header that the URL's {@code user:password@} stands for
   * (RFC 7617).
   */
  Optional<String> basicAuthorization() {
    return Optional.ofNullable(url.getUserInfo())
        .map(user -> user.getBytes(StandardCharsets.UTF_8))
        .map(user -> "Basic " + Base64.getEncoder().encodeToString(user));
  }

  /** {@code scheme://host:port}, fit for messages. */
  @Override
  public String toString() {
    return (isScheme("https", url) ? "https://" : "http://") + url.getHost() + ":" + port();
  }

  private int port() {
    if (url.getPort() != -1) {
      return url.getPort();
    }
    return isScheme("https", url) ? 443 : 80;
  }

  private static boolean isScheme(String scheme, URI url) {
    return scheme.equalsIgnoreCase(url.getScheme());
  }
}
