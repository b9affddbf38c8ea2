export const leaveDialog = () => import('./LeaveDialog.svelte');
