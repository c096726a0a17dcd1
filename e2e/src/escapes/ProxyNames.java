import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.Callable;

/** Names and hashes of proxies. */
public final class ProxyNames {

  public static void main(String[] args) throws Exception {
    for (Class<?> type : List.of(Runnable.class, Callable.class)) {
      Object proxy =
          Proxy.newProxyInstance(
              ProxyNames.class.getClassLoader(),
              new Class<?>[] {type},
              (self, method, arguments) -> 7);
      System.out.println(proxy.getClass().getName() + " " + proxy.hashCode());
    }
  }
}
