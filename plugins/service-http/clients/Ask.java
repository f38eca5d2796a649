import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Asks for the explanation of a case, and sends a faulty question. */
public class Ask {
    static final HttpClient CLIENT = HttpClient.newBuilder().version(Version.HTTP_1_1).build();

    static HttpResponse<String> post(String address, String accept, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .header("Accept", accept)
                .header("Accept-Language", "zh-CN")
                .POST(BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    public static void main(String[] arguments) throws Exception {
        String service = arguments.length > 0 ? arguments[0] : "http://127.0.0.1:8003";
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

        String worker = """
                {
                  "on": "2003-07-01",
                  "region": "620500",
                  "facts": {
                    "sex": "female", "born_on": "1963-03-01", "group": "laid_off_soe",
                    "able": true, "willing": true, "employed": false, "retired": false, "internally_retired": false
                  }
                }
                """;
        out.println(post(service + "/measures/hardship", "text/plain", worker).body());

        String faulty = """
                {"on": "2003-07-01", "facts": {"sex": "woman", "age": 40}}
                """;
        HttpResponse<String> problem = post(service + "/measures/hardship", "application/json", faulty);
        out.println(problem.body());
        out.println(problem.statusCode());
    }
}
