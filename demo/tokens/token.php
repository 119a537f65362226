<?php

declare(strict_types=1);

function encode(string $data): string
{
    return rtrim(strtr(base64_encode($data), '+/', '-_'), '=');
}

/** A token that lets $name into meetings as $userId for the next 15 minutes. */
function meet_token(string $userId, string $name, string $secret): string
{
    $now = time();
    $header = ['alg' => 'HS256', 'typ' => 'JWT'];
    $claims = ['sub' => $userId, 'username' => $name, 'iss' => 'private-meet', 'iat' => $now, 'exp' => $now + 900];
    $text = encode(json_encode($header, JSON_THROW_ON_ERROR)) . '.' . encode(json_encode($claims, JSON_THROW_ON_ERROR));

    return $text . '.' . encode(hash_hmac('sha256', $text, $secret, true));
}

if (realpath($_SERVER['SCRIPT_FILENAME']) === __FILE__) {
    echo meet_token($argv[1], $argv[2], (string) getenv('JWT_SECRET')), "\n";
}
