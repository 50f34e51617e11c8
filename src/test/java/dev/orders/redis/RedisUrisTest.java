package dev.orders.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisCredentialsProvider.ImmediateRedisCredentialsProvider;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SslVerifyMode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisUrisTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          redis://localhost                             | localhost:6379
          redis://u:s3cr3t@shop.example:6380/2          | shop.example:6380
          rediss://:s3cr3t@shop.example:6380            | shop.example:6380
          redis://my_host:6380/3                        | my_host:6380
          rediss://u:s3cr3t@_redis_.shop                | _redis_.shop:6379
          redis-socket:///run/redis.sock                | /run/redis.sock
          redis-sentinel://:s3cr3t@one:1,two:26379/0#m  | one:1,two:26379
          redis-cluster://u:s3cr3t@one:7000,two         | one:7000,two:6379
          rediss-cluster://one/                         | one:6379
          """)
  void should_show_where_redis_is_without_user_and_password(String url, String address) {
    assertThat(RedisUris.address(RedisUris.parse(url, RedisAccess.by("s3cr3t-too"))))
        .isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "http://u:s3cr3t@localhost",
        "redis://:s3cr3t@",
        "redis://:s3cr3t@local host",
        "redis-cluster://:s3cr3t@",
        "redis-cluster:s3cr3t",
        "redis://u:s3cr3t%@localhost",
        "redis://u:s3cr3t#x@localhost",
        "redis://:s3cr3t?x@localhost",
        "redis://u:1234/s3cr3t@localhost",
        "redis-cluster://:s3cr3t#x@localhost",
        "redis-sentinel://:s3cr3t#x@localhost"
      })
  void should_not_show_the_password_of_a_url_that_is_none(String url) {
    assertThatThrownBy(() -> RedisUris.parse(url, RedisAccess.by(null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("redis://user@host:6379/0")
        .satisfies(error -> assertThat(trace(error)).doesNotContain("s3cr3t"));
  }

  @Test
  void should_carry_user_password_and_tls_to_every_node_of_a_cluster() {
    List<RedisURI> nodes =
        RedisUris.parse("rediss-cluster://shop:@one,two:7000/?verifyPeer=CA", RedisAccess.by("x"));

    assertThat(nodes).hasSize(2).allMatch(RedisURI::isSsl);
    assertThat(nodes).allMatch(node -> node.getVerifyMode() == SslVerifyMode.CA);
    assertThat(nodes).allMatch(node -> user(node).equals("shop"));
  }

  @Test
  void should_check_certificate_and_name_unless_told_otherwise() {
    assertThat(RedisUris.parse("rediss://one", RedisAccess.by(null)).get(0).getVerifyMode())
        .isEqualTo(SslVerifyMode.FULL);
  }

  private static String user(RedisURI uri) {
    return ((ImmediateRedisCredentialsProvider) uri.getCredentialsProvider())
        .resolveCredentialsNow()
        .getUsername();
  }

  @Test
  void should_take_the_user_from_the_url_when_the_password_comes_beside_it() {
    assertThat(RedisUris.parse("redis://shop@localhost", RedisAccess.by("s3cr3t")).toString())
        .contains("shop")
        .doesNotContain("s3cr3t");
  }

  @Test
  void should_read_the_rest_of_a_url_whose_host_has_an_underscore() {
    RedisAccess access = RedisAccess.by("s3cr3t");
    RedisURI uri = RedisUris.parse("rediss://shop@my_host:6380/3?timeout=7s", access).get(0);

    assertThat(uri.isSsl()).isTrue();
    assertThat(uri.getDatabase()).isEqualTo(3);
    assertThat(uri.getTimeout()).hasSeconds(7);
    assertThat(uri.toString()).contains("shop");
  }

  private static String trace(Throwable error) {
    StringWriter text = new StringWriter();
    error.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
