export function startOverStdio(): void {}
