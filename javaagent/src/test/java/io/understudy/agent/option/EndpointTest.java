package io.understudy.agent.option;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
  @ParameterizedTest
  @CsvSource({
    "localhost:5070,localhost,5070,true",
    "127.8.0.1:1,127.8.0.1,1,true",
    "[::1]:65535,::1,65535,true",
    "[2001:db8::1]:5070,2001:db8::1,5070,false",
    "127.example.com:5070,127.example.com,5070,false",
    "10.0.0.1:5070,10.0.0.1,5070,false"
  })
  void reads(String text, String host, int port, boolean loopback) {
    Endpoint endpoint = Endpoint.parse(text);
    assertThat(endpoint).isEqualTo(new Endpoint(host, port));
    assertThat(endpoint.isLoopback()).isEqualTo(loopback);
    assertThat(endpoint.text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ":1", "host", "host:", "host:0", "host:65536", "host:-1", "::1:5070", "[]:1"})
  void refuses(String text) {
    assertThat(Endpoint.parse(text)).isNull();
  }
}
