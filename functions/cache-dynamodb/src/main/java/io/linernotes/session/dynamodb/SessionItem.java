package io.linernotes.session.dynamodb;

import io.linernotes.session.Account;
import io.linernotes.session.PendingLogin;
import io.linernotes.session.SealedTokens;
import io.linernotes.session.Session;
import io.linernotes.session.SessionId;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items: {@code session:{hash of the token}} and {@code login:{hash of the state}}. */
final class SessionItem {

  static final String ID = "id";

  private static final String EXPIRES_AT = "expires_at";
  private static final String CREATED_AT = "created_at";
  private static final String USER = "user_id";
  private static final String ACCOUNT = "account_id";
  private static final String NAME = "display_name";
  private static final String ACCESS = "access_token";
  private static final String ACCESS_EXPIRES_AT = "access_expires_at";
  private static final String REFRESH = "refresh_token";
  private static final String GENERATION = "generation";
  private static final String BROWSER = "browser";
  private static final String VERIFIER = "verifier";
  private static final String RETURN_TO = "return_to";

  private SessionItem() {}

  static Map<String, AttributeValue> sessionKey(SessionId id) {
    return Map.of(ID, AttributeValue.fromS("session:" + id));
  }

  static Map<String, AttributeValue> loginKey(SessionId id) {
    return Map.of(ID, AttributeValue.fromS("login:" + id));
  }

  static Map<String, AttributeValue> of(Session session) {
    Map<String, AttributeValue> item = new HashMap<>(sessionKey(session.id()));
    item.put(EXPIRES_AT, number(session.expiresAt().getEpochSecond()));
    item.put(CREATED_AT, number(session.createdAt().getEpochSecond()));
    item.put(USER, AttributeValue.fromS(session.account().userId()));
    item.put(ACCOUNT, AttributeValue.fromS(session.account().accountId()));
    String name = session.account().displayName();
    if (name != null) {
      item.put(NAME, AttributeValue.fromS(name));
    }
    SealedTokens tokens = session.tokens();
    if (tokens != null) {
      item.put(ACCESS, bytes(tokens.access()));
      item.put(ACCESS_EXPIRES_AT, number(tokens.accessExpiresAt().toEpochMilli()));
      item.put(REFRESH, bytes(tokens.refresh()));
      item.put(GENERATION, number(tokens.generation()));
    }
    return item;
  }

  /** The session in an item; empty for an empty item. */
  static Optional<Session> session(SessionId id, Map<String, AttributeValue> item) {
    if (item.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Session(
            id,
            new Account(text(item, USER), text(item, ACCOUNT), optionalText(item, NAME)),
            Instant.ofEpochSecond(number(item, CREATED_AT)),
            Instant.ofEpochSecond(number(item, EXPIRES_AT)),
            item.containsKey(GENERATION)
                ? new SealedTokens(
                    bytes(item, ACCESS),
                    Instant.ofEpochMilli(number(item, ACCESS_EXPIRES_AT)),
                    bytes(item, REFRESH),
                    (int) number(item, GENERATION))
                : null));
  }

  static Map<String, AttributeValue> of(PendingLogin login) {
    Map<String, AttributeValue> item = new HashMap<>(loginKey(login.id()));
    item.put(EXPIRES_AT, number(login.expiresAt().getEpochSecond()));
    item.put(BROWSER, AttributeValue.fromS(login.browser().value()));
    item.put(VERIFIER, bytes(login.verifier()));
    URI returnTo = login.returnTo();
    if (returnTo != null) {
      item.put(RETURN_TO, AttributeValue.fromS(returnTo.toString()));
    }
    return item;
  }

  /** The sign-in in an item; empty for an empty item. */
  static Optional<PendingLogin> login(SessionId id, Map<String, AttributeValue> item) {
    if (item.isEmpty()) {
      return Optional.empty();
    }
    String returnTo = optionalText(item, RETURN_TO);
    return Optional.of(
        new PendingLogin(
            id,
            new SessionId(text(item, BROWSER)),
            bytes(item, VERIFIER),
            returnTo == null ? null : URI.create(returnTo),
            Instant.ofEpochSecond(number(item, EXPIRES_AT))));
  }

  static AttributeValue bytes(byte[] bytes) {
    return AttributeValue.fromB(SdkBytes.fromByteArray(bytes));
  }

  private static byte[] bytes(Map<String, AttributeValue> item, String name) {
    return attribute(item, name).b().asByteArray();
  }

  private static AttributeValue number(long number) {
    return AttributeValue.fromN(String.valueOf(number));
  }

  private static long number(Map<String, AttributeValue> item, String name) {
    return Long.parseLong(attribute(item, name).n());
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return attribute(item, name).s();
  }

  private static @Nullable String optionalText(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null ? null : value.s();
  }

  private static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    if (value == null) {
      throw new IllegalStateException("a session's item lacks " + name);
    }
    return value;
  }
}
