package downbeat.web.http.page;

import java.nio.charset.StandardCharsets;

/** What a link in a letter shows to somebody who wants no more of them. It runs no script and knows nobody. */
public final class UnsubscribePage {
    public static final String POLICY = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final Pages pages;

    public UnsubscribePage(Pages pages) {
        this.pages = pages;
    }

    /** Asks; its button sends what a mail program would, to the address that the page was opened by. */
    public byte[] question() {
        return page("No more e-mail?", """
                <p>You then read of your tickets, of places kept for you and of pop-ups that move or are cancelled on your page only.</p>
                <form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click">
                <p class="row"><button class="now">Send me no more e-mail</button> <a class="button" href="/messages">Keep it as it is</a></p></form>""");
    }

    public byte[] ended() {
        return page("You get no more e-mail", """
                <p role="status">Messages about your tickets and pop-ups are on your page from now on, and only there.</p>
                <p class="row"><a class="button" href="/messages">Sign in to have e-mail again</a></p>""");
    }

    private byte[] page(String title, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
                <meta name="color-scheme" content="light dark">
                <meta name="robots" content="noindex">
                <title>%s · Downbeat</title>
                <link rel="icon" href="%s/brand/mark.svg" type="image/svg+xml">
                <link rel="stylesheet" href="%s/style/letter.css">
                </head>
                <body>
                <main>
                <p class="brand"><a href="/"><img src="%s/brand/mark.svg" alt="" width="28" height="28">Downbeat</a></p>
                <h1>%s</h1>
                %s
                </main>
                </body>
                </html>
                """.formatted(title, pages.ui(), pages.ui(), pages.ui(), title, body)
                .getBytes(StandardCharsets.UTF_8);
    }
}
