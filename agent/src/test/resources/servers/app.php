<?php
// What the tests ask of PHP-FPM: its pid, a long request, and memory while a request lasts.
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if ($path === '/sleep') {
    // A signal ends usleep early, and a request that ends early would prove nothing.
    for ($end = microtime(true) + (float) $_GET['seconds']; ($left = $end - microtime(true)) > 0;) {
        usleep((int) ($left * 1e6));
    }
} elseif ($path === '/keep') {
    $kept = str_repeat('x', (int) $_GET['mb'] << 20);
    usleep(200000);
}
header('Content-Type: text/plain');
echo getmypid();
