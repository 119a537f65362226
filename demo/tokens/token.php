<?php

declare(strict_types=1);

function meet_token_part(string $data): string
{
    return rtrim(strtr(base64_encode($data), '+/', '-_'), '=');
}

/** A token that lets $name into meetings as $userId for the next 15 minutes. */
function meet_token(string $userId, string $name, string $secret): string
{
    if (strlen($secret) < 32) {
        throw new InvalidArgumentException('JWT_SECRET has fewer than 32 bytes');
    }
    $now = time();
    $header = ['alg' => 'HS256', 'typ' => 'JWT'];
    $claims = ['sub' => $userId, 'username' => $name, 'iss' => 'private-meet', 'iat' => $now, 'exp' => $now + 900];
    $parts = [json_encode($header, JSON_THROW_ON_ERROR), json_encode($claims, JSON_THROW_ON_ERROR)];
    $text = implode('.', array_map('meet_token_part', $parts));

    return $text . '.' . meet_token_part(hash_hmac('sha256', $text, $secret, true));
}

if (realpath($_SERVER['SCRIPT_FILENAME']) === __FILE__) {
    echo meet_token($argv[1], $argv[2], (string) getenv('JWT_SECRET')), "\n";
}
