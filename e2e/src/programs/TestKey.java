import java.io.ByteArrayInputStream;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A key for tests and the certificate that it signed itself, made by {@code keytool -genkeypair
 * -keyalg EC -groupname secp256r1 -validity 36500 -dname CN=localhost -storetype PKCS12}.
 */
final class TestKey {
  private static final char[] PASSWORD = "understudy".toCharArray();

  private static final String STORE =
      "MIID9gIBAzCCA6AGCSqGSIb3DQEHAaCCA5EEggONMIIDiTCCASAGCSqGSIb3DQEHAaCCAREEggENMIIB"
          + "CTCCAQUGCyqGSIb3DQEMCgECoIG9MIG6MGYGCSqGSIb3DQEFDTBZMDgGCSqGSIb3DQEFDDArBBTehB5D"
          + "U4fAbOEufZi6bMwu3AFOcgICJxACASAwDAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEDAd1M1pecby"
          + "K9EGGE72jUEEUJJKMWVnf3irsdrUUcis+1cLKDwFtJ0rgs+sq70QBpyqYiZE00UqPKY9BygtWmB+KF/u"
          + "2UQ1+YIVEwM03dN1HzzK9B7EYXIpvsEMZGO1hED9MTYwEQYJKoZIhvcNAQkUMQQeAgBrMCEGCSqGSIb3"
          + "DQEJFTEUBBJUaW1lIDE3OTU5MTM5MDg1NTgwggJhBgkqhkiG9w0BBwagggJSMIICTgIBADCCAkcGCSqG"
          + "SIb3DQEHATBmBgkqhkiG9w0BBQ0wWTA4BgkqhkiG9w0BBQwwKwQUEB1zdiwpEVcMLLw2Q8xk9XDQs90C"
          + "AicQAgEgMAwGCCqGSIb3DQIJBQAwHQYJYIZIAWUDBAEqBBDk3NoKoY0TZuTT9HOvgEpwgIIB0IEDadhB"
          + "QJIaN7paeWRG6qypDlAQmXRvn8V3ZhqyAnrA1hDWGMddDgGaeU5PV8kXeeouvzJMDaPPqmsOIoD/hcmN"
          + "e2OPTTd/tl3cG0AwhL1OUHA5mb30i+wWBLN816GGIGMMyeDeOCHBno75iaw+0vsa8E/M1N/O3iXOloc8"
          + "keB2X+3YB0cEsOiv3/G/7bl+JVMl9hEDp4J3DCYLD6Jl0Vcve0wrrR1Tgo8pHch/L2rlbmk0PI9yERPH"
          + "lmkpZRH5s2p8PjINg/sW/ExLaLy2//vXKHr4LLKqzh1FFkT4AM1MqzlzCvY00b72UgDNF3bdFNqp+fRi"
          + "SQT+v3Cj6whxkCa6nPEnU3nzPL+cIMEuX6ROi9bLXC/mc1f8JOnRPVVn1hDJGe61iSzSO/L5XkmCfHjS"
          + "yDsMLr4Eu7EmLHp9lBjskLXHlb36V1RhAtFEVXKkffC/OigjNdeS0n+0u/4mOc+u2aqF/I6rC2rq3aZW"
          + "2sP3LhSunFcW1YSIgycOzAM0uR+k5UdwVLjHb2dwJ3rmA2Nz3BsQvbpHVfSawWhsTOasvNKMcKG9YNKd"
          + "0t/+1A2dj273Tcku3GlbaGtTTwcNfQrRUREE8qqomw6mujGS3zUYME0wMTANBglghkgBZQMEAgEFAAQg"
          + "IBe8ZczZB0weQOaLjHdBXycyl74keDVq4ZHEyyQD+WQEFOiRHqKY/n9DiK6gpkC4frVZ1BVTAgInEA==";

  private TestKey() {}

  /** A context that owns the key and trusts it alone. */
  static SSLContext context() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(Base64.getDecoder().decode(STORE)), PASSWORD);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
